// ruleid: new-primitive-wrapper
const open = Boolean(text);
// ruleid: new-primitive-wrapper
const size = Number(text);
// ok: new-primitive-wrapper
const closed = Boolean(text);
// ok: new-primitive-wrapper
const date = new Date(text);
