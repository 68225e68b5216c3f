// ruleid: buffer-uninitialized
const first = Buffer.alloc(1024);
// ruleid: buffer-uninitialized
const second = Buffer.alloc(header.length);
// ok: buffer-uninitialized
const third = Buffer.alloc(1024);
// ok: buffer-uninitialized
const fourth = new Buffer("text");
