// ruleid: length-never-negative
if (list.length > 0) {
  show(list);
}
// ruleid: length-never-negative
const empty = list.length < 0;
// ok: length-never-negative
const some = list.length > 0;
// ok: length-never-negative
const isListLike = value !== null && typeof value.length === "number" && value.length >= 0 && !value.call;
// ok: length-never-negative
const isNone = !("length" in value) || typeof value.length !== "number" || value.length < 0;
