// ruleid: comparison-with-new-object
if (list === []) {
  stop();
}
// ruleid: comparison-with-new-object
const changed = settings !== {};
// ok: comparison-with-new-object
const empty = list.length === 0;
