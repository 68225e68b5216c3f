import type { NextApiRequest, NextApiResponse } from "next";
import { NextRequest, NextResponse } from "next/server";
import DOMPurify from "isomorphic-dompurify";
import { useRouter } from "next/router";

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  // ruleid: xss
  res.status(200).send(`<h1>${req.query.name}</h1>`);
  // ok: xss
  res.status(200).json({ name: req.query.name });
}

export async function GET(request: NextRequest) {
  const name = request.nextUrl.searchParams.get("name");
  // ruleid: xss
  return new Response(`<h1>${name}</h1>`, { headers: { "Content-Type": "text/html" } });
}

export async function POST(request: Request) {
  const { name } = await request.json();
  // ok: xss
  return NextResponse.json({ name });
}

export function Page({ post }: { post: { html: string; title: string } }) {
  const router = useRouter();
  return (
    <article>
      {/* ruleid: xss */}
      <div dangerouslySetInnerHTML={{ __html: post.html }} />
      {/* ruleid: xss */}
      <a href={router.query.next as string}>back</a>
      {/* ok: xss */}
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(post.html) }} />
      {/* ok: xss */}
      <h1>{post.title}</h1>
      {/* ok: xss */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(SCHEMA) }} />
    </article>
  );
}

const SCHEMA = { "@type": "Article" };
