// ruleid: permissive-umask
process.umask(0);
// ok: permissive-umask
process.umask(0o077);
// ok: permissive-umask
const mask = process.umask();
