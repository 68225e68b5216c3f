import bcrypt from "bcrypt";
import { genSaltSync } from "bcryptjs";

export async function store(password) {
  // ruleid: weak-password-hash-cost-bcrypt
  const first = await bcrypt.hash(password, 5);
  // ruleid: weak-password-hash-cost-bcrypt
  const salt = genSaltSync(4);
  // ok: weak-password-hash-cost-bcrypt
  const second = await bcrypt.hash(password, 12);
  // ok: weak-password-hash-cost-bcrypt
  const third = await bcrypt.hash(password, salt);
  return [first, second, third];
}
