// ruleid: then-call-result
load().then(() => refresh());
// ok: then-call-result
load().then(refresh);
// ok: then-call-result
load().then(() => refresh());
