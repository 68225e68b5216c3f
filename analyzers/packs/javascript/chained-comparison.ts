import { expectType } from "tsd";

async function types(users: Promise<object[]>, age: number) {
  // ruleid: chained-comparison
  if (1 < age < 18) return 1;
  // ok: chained-comparison
  expectType<Partial<User>[]>(
    await users
      .select<Partial<User>[]>(["users.*"])
      .from("users")
  );
  // ok: chained-comparison
  expectType<Pick<User, "id">[]>(await users);
}
