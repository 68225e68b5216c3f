// ruleid: uninitialized-buffer
const first = new Buffer(1024);
// ruleid: uninitialized-buffer
const second = new Buffer(header.length);
// ok: uninitialized-buffer
const third = Buffer.alloc(1024);
// ok: uninitialized-buffer
const fourth = new Buffer("text");
