// ruleid: index-past-end
const last = list[list.length];
// ok: index-past-end
const right = list[list.length - 1];
// ok: index-past-end
list[list.length] = item;
