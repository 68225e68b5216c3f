// ruleid: umask-cleared
process.umask(0);
// ok: umask-cleared
process.umask(0o077);
// ok: umask-cleared
const mask = process.umask();
