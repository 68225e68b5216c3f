interface User {
  address?: { city: string };
  name(): string | undefined;
}

export function city(user?: User): string {
  // ruleid: non-null-optional-chain
  const address = user?.address;
  // ruleid: non-null-optional-chain
  const name: string = user?.name();
  return address.city + name;
}

export function quiet(user: User): string {
  // ok: non-null-optional-chain
  const address = user.address!;
  // ok: non-null-optional-chain
  return user?.address?.city ?? address.city;
}
