app.get("/login", (req, res) => {
  // ruleid: open-redirect
  res.redirect(req.query.next);
  // ruleid: open-redirect
  res.redirect(301, "https://" + req.query.host);
  // ruleid: open-redirect
  res.writeHead(302, { Location: req.query.next });
  // ok: open-redirect
  res.redirect("/users/" + req.params.id);
  // ok: open-redirect
  res.redirect(`https://example.com/?q=${req.query.q}`);
  if (ALLOWED.includes(req.query.next)) {
    // ok: open-redirect
    res.redirect(req.query.next);
  }
});

app.get("/checked", (req, res) => {
  const next = req.query.next;
  const parsed = new URL(next, BASE);
  if (parsed.origin === BASE) {
    // ok: open-redirect
    res.redirect(next);
  }
  // ruleid: open-redirect
  res.redirect(next);
});

router.get("/koa", (ctx) => {
  const next = ctx.query.next;
  if (!ALLOWED.has(next)) ctx.throw(400);
  // ok: open-redirect
  ctx.redirect(next);
});

router.get("/back", (req, res) => {
  // ok: open-redirect
  res.redirect(303, `./callback?${new URLSearchParams(req.query)}`);
});

app.get("/checked", (req, res) => {
  const next = req.query.next;
  if (new URL(next, "https://shop.example").origin === "https://shop.example") {
    // ok: open-redirect
    return res.redirect(next);
  }
  // Also the beginning of https://shop.example.evil.example
  if (next.startsWith("https://shop.example")) {
    // ruleid: open-redirect
    return res.redirect(next);
  }
});

app.use((req, res, next) => {
  const searchParams = new URLSearchParams(req.query);
  // ok: open-redirect
  res.redirect(`${paths.home()}/?${searchParams.toString()}`);
  // ruleid: open-redirect
  res.redirect("https://" + req.query.host + req.originalUrl);
});

export async function signOut(request) {
  const next = request.nextUrl.searchParams.get("next");
  if (next?.startsWith("/") && !next.startsWith("//")) {
    // ok: open-redirect
    return NextResponse.redirect(new URL(next, request.url));
  }
  // ok: open-redirect
  if (!next) return NextResponse.redirect(new URL("/", request.url));
  // ruleid: open-redirect
  return NextResponse.redirect(next);
}

export const actions = async ({ request }) => {
  const form = await request.formData();
  // ruleid: open-redirect
  throw redirect(303, form.get("next"));
};

export const out = defineEventHandler((event) => {
  // ruleid: open-redirect
  return sendRedirect(event, getQuery(event).to);
});

http.createServer((req, res) => {
  const { pathname, search } = new URL(req.url, "http://dummy");
  // ok: open-redirect
  res.writeHead(307, { location: base + "/" + search });
  // ruleid: open-redirect
  res.writeHead(307, { location: pathname + "/" });
});

server.get("/go", (req, res, next) => {
  // ruleid: open-redirect
  res.redirect(req.query.to, next);
});

class Posts {
  async back({ request, response }) {
    // ruleid: open-redirect
    return response.redirect(request.input("back"));
  }
}

app.get("/afterLogin", (req, res) => {
  const target = req.query.redirect;
  if (!isLoginRedirectAllowed(target)) return res.sendStatus(400);
  // ok: open-redirect
  res.redirect(target);
});

class Redirects {
  go(ctx) {
    // ruleid: open-redirect
    return new HttpResponseRedirect(ctx.request.query.url);
  }

  home(ctx) {
    // ok: open-redirect
    return new HttpResponseRedirect("/home");
  }
}

app.get("/ends-with", (req, res) => {
  const target = new URL(req.query.next);
  if (target.hostname.endsWith(".example.com")) {
    // ok: open-redirect
    res.redirect(target.href);
  }
  if (target.hostname.endsWith("example.com")) {
    // ruleid: open-redirect
    res.redirect(target.href);
  }
});

app.get("/login-safely", (req, res) => {
  // ok: open-redirect
  res.redirect(getSafeRedirect({ fallback: "/", redirectTo: req.query.next }));
  // ruleid: open-redirect
  res.redirect(getRedirect(req.query.next));
});

app.get("/admin/", (req, res) => {
  // ok: open-redirect
  res.redirect(301, req.originalUrl + "/");
  // ruleid: open-redirect
  res.redirect(301, decodeURIComponent(req.url));
});

app.get("*", (req, res) => {
  // ok: open-redirect
  res.redirect(301, `/${language}${req.url.slice(1)}`);
  // ok: open-redirect
  res.redirect(req.get("Referer"));
  // ok: open-redirect
  res.redirect("https://" + req.headers.host + req.url);
  // ruleid: open-redirect
  res.redirect(url.parse(req.url, true).query.next);
});
export const getServerSideProps = async ({ query, params }) => {
  if (query.from === "mail") {
    // ruleid: open-redirect
    return { redirect: { destination: query.next, permanent: false } };
  }
  // ruleid: open-redirect
  return { redirect: { destination: String(params.place), permanent: false } };
};

export async function getServerSideProps({ res, query }) {
  // ok: open-redirect
  return { redirect: { destination: `/login?next=${encodeURIComponent(query.next)}`, permanent: false } };
}

const albums = "/albums";

app.get("/fixed-path", (req, res) => {
  // ok: open-redirect
  res.redirect(`${albums}/view/${req.query.slug}`);
  // ok: open-redirect
  res.redirect(`${settings.relativePath}/uploads${req.query.file}?v=1`);
  // ok: open-redirect
  res.redirect(helper("/world?" + req.query.rest));
  let target = albums;
  target += "/" + req.query.slug;
  // ok: open-redirect
  res.redirect(302, target);
  // ruleid: open-redirect
  res.redirect("/" + req.query.next);
});
