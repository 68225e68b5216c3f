// ruleid: comparison-with-new-object
if (list.length === 0) {
  stop();
}
// ruleid: comparison-with-new-object
const changed = Object.keys(settings).length !== 0;
// ok: comparison-with-new-object
const empty = list.length === 0;
