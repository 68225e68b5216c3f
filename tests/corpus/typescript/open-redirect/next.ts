import { NextRequest, NextResponse } from "next/server";
import { redirect } from "next/navigation";
import type { GetServerSideProps, NextApiRequest, NextApiResponse } from "next";
import { Controller, Get, Query, Redirect, Res } from "@nestjs/common";
import type { Response } from "express";

export function middleware(request: NextRequest) {
  const next = request.nextUrl.searchParams.get("next");
  if (next) {
    // ruleid: open-redirect
    return NextResponse.redirect(next);
  }
  // ok: open-redirect
  return NextResponse.redirect(new URL("/login", request.url));
}

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  // ruleid: open-redirect
  res.redirect(req.query.url as string);
  // ruleid: open-redirect
  res.redirect(307, `${req.query.url}`);
  // ok: open-redirect
  res.redirect("/account");
}

export async function POST(request: Request) {
  const form = await request.formData();
  // ruleid: open-redirect
  redirect(form.get("next") as string);
}

@Controller()
export class LoginController {
  @Get("login")
  login(@Query("next") next: string, @Res() res: Response) {
    // ruleid: open-redirect
    res.redirect(next);
  }

  @Get("out")
  @Redirect()
  out(@Query("url") url: string) {
    // ruleid: open-redirect
    return { url };
  }

  @Get("home")
  home(@Res() res: Response) {
    // ok: open-redirect
    res.redirect("/home");
  }
}
