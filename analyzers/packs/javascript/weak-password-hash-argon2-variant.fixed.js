const argon2 = require("argon2");

async function store(password) {
  // ruleid: weak-password-hash-argon2-variant
  const first = await argon2.hash(password, { type: argon2.argon2id });
  // ruleid: weak-password-hash-argon2-variant
  const second = await argon2.hash(password, { timeCost: 4, type: argon2.argon2id });
  // ok: weak-password-hash-argon2-variant
  const third = await argon2.hash(password, { type: argon2.argon2id });
  // ok: weak-password-hash-argon2-variant
  const fourth = await argon2.hash(password);
  return [first, second, third, fourth];
}
