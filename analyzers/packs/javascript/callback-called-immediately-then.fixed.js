// ruleid: callback-called-immediately-then
load().then(() => refresh());
// ok: callback-called-immediately-then
load().then(refresh);
// ok: callback-called-immediately-then
load().then(() => refresh());
