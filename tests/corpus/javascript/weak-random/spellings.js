function makeId(length) {
  let result = '';
  const chars = 'abc';
  for (let i = 0; i < length; i++) {
    result += chars.charAt(Math.floor(Math.random() * chars.length));
  }
  return result;
}
// ruleid: weak-random
const resetCode = Math.floor(Math.random() * 1000000);
// ruleid: weak-random
const verificationToken = (Math.random() + 1).toString(36).substring(7);
// ok: weak-random
const jitter = Math.random() * 100;
