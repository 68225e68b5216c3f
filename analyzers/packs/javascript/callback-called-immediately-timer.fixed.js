// ruleid: callback-called-immediately-timer
setTimeout(() => refresh(), 1000);
// ok: callback-called-immediately-timer
setTimeout(refresh, 1000);
// ok: callback-called-immediately-timer
setInterval(() => refresh(), 1000);
// ok: callback-called-immediately-timer
setTimeout(createCallback(), 1000);
