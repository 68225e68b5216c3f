// ruleid: buffer-uninitialized
const first = new Buffer(1024);
// ruleid: buffer-uninitialized
const second = new Buffer(header.length);
// ok: buffer-uninitialized
const third = Buffer.alloc(1024);
// ok: buffer-uninitialized
const fourth = new Buffer("text");
