import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import type { Response } from "express";

export async function POST(id: string) {
  // ruleid: insecure-cookie
  cookies().set("session", id, { httpOnly: false });
  // ok: insecure-cookie
  cookies().set("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
  const answer = NextResponse.next();
  // ruleid: insecure-cookie
  answer.cookies.set("session", id, { secure: false, httpOnly: true });
  return answer;
}

export function login(res: Response, id: string): void {
  // ruleid: insecure-cookie
  res.cookie("session", id, { httpOnly: false, secure: false });
  // ok: insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });
}
