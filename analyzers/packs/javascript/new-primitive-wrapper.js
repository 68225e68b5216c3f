// ruleid: new-primitive-wrapper
const open = new Boolean(text);
// ruleid: new-primitive-wrapper
const size = new Number(text);
// ok: new-primitive-wrapper
const closed = Boolean(text);
// ok: new-primitive-wrapper
const date = new Date(text);
