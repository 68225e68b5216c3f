// ruleid: timer-call-result
setTimeout(() => refresh(), 1000);
// ok: timer-call-result
setTimeout(refresh, 1000);
// ok: timer-call-result
setInterval(() => refresh(), 1000);
// ok: timer-call-result
setTimeout(createCallback(), 1000);
