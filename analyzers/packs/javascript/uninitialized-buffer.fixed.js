// ruleid: uninitialized-buffer
const first = Buffer.alloc(1024);
// ruleid: uninitialized-buffer
const second = Buffer.alloc(header.length);
// ok: uninitialized-buffer
const third = Buffer.alloc(1024);
// ok: uninitialized-buffer
const fourth = new Buffer("text");
