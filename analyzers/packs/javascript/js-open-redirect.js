app.get("/login", (req, res) => {
  // ruleid: js-open-redirect
  res.redirect(req.query.next);
  // ruleid: js-open-redirect
  res.redirect(301, "https://" + req.query.host);
  // ruleid: js-open-redirect
  res.writeHead(302, { Location: req.query.next });
  // ok: js-open-redirect
  res.redirect("/users/" + req.params.id);
  // ok: js-open-redirect
  res.redirect(`https://example.com/?q=${req.query.q}`);
  if (ALLOWED.includes(req.query.next)) {
    // ok: js-open-redirect
    res.redirect(req.query.next);
  }
});

app.get("/checked", (req, res) => {
  const next = req.query.next;
  const parsed = new URL(next, BASE);
  if (parsed.origin === BASE) {
    // ok: js-open-redirect
    res.redirect(next);
  }
  // ruleid: js-open-redirect
  res.redirect(next);
});

router.get("/koa", (ctx) => {
  const next = ctx.query.next;
  if (!ALLOWED.has(next)) ctx.throw(400);
  // ok: js-open-redirect
  ctx.redirect(next);
});

router.get("/back", (req, res) => {
  // ok: js-open-redirect
  res.redirect(303, `./callback?${new URLSearchParams(req.query)}`);
});

app.get("/checked", (req, res) => {
  const next = req.query.next;
  if (new URL(next, "https://shop.example").origin === "https://shop.example") {
    // ok: js-open-redirect
    return res.redirect(next);
  }
  // Also the beginning of https://shop.example.evil.example
  if (next.startsWith("https://shop.example")) {
    // ruleid: js-open-redirect
    return res.redirect(next);
  }
});

app.use((req, res, next) => {
  const searchParams = new URLSearchParams(req.query);
  // ok: js-open-redirect
  res.redirect(`${paths.home()}/?${searchParams.toString()}`);
  // ruleid: js-open-redirect
  res.redirect("https://" + req.query.host + req.originalUrl);
});

export async function signOut(request) {
  const next = request.nextUrl.searchParams.get("next");
  if (next?.startsWith("/") && !next.startsWith("//")) {
    // ok: js-open-redirect
    return NextResponse.redirect(new URL(next, request.url));
  }
  // ok: js-open-redirect
  if (!next) return NextResponse.redirect(new URL("/", request.url));
  // ruleid: js-open-redirect
  return NextResponse.redirect(next);
}

export const actions = async ({ request }) => {
  const form = await request.formData();
  // ruleid: js-open-redirect
  throw redirect(303, form.get("next"));
};

export const out = defineEventHandler((event) => {
  // ruleid: js-open-redirect
  return sendRedirect(event, getQuery(event).to);
});

http.createServer((req, res) => {
  const { pathname, search } = new URL(req.url, "http://dummy");
  // ok: js-open-redirect
  res.writeHead(307, { location: base + "/" + search });
  // ruleid: js-open-redirect
  res.writeHead(307, { location: pathname + "/" });
});

server.get("/go", (req, res, next) => {
  // ruleid: js-open-redirect
  res.redirect(req.query.to, next);
});

class Posts {
  async back({ request, response }) {
    // ruleid: js-open-redirect
    return response.redirect(request.input("back"));
  }
}

app.get("/afterLogin", (req, res) => {
  const target = req.query.redirect;
  if (!isLoginRedirectAllowed(target)) return res.sendStatus(400);
  // ok: js-open-redirect
  res.redirect(target);
});

class Redirects {
  go(ctx) {
    // ruleid: js-open-redirect
    return new HttpResponseRedirect(ctx.request.query.url);
  }

  home(ctx) {
    // ok: js-open-redirect
    return new HttpResponseRedirect("/home");
  }
}

app.get("/ends-with", (req, res) => {
  const target = new URL(req.query.next);
  if (target.hostname.endsWith(".example.com")) {
    // ok: js-open-redirect
    res.redirect(target.href);
  }
  if (target.hostname.endsWith("example.com")) {
    // ruleid: js-open-redirect
    res.redirect(target.href);
  }
});

app.get("/login-safely", (req, res) => {
  // ok: js-open-redirect
  res.redirect(getSafeRedirect({ fallback: "/", redirectTo: req.query.next }));
  // ruleid: js-open-redirect
  res.redirect(getRedirect(req.query.next));
});

<<<<<<< HEAD
app.get("/admin/", (req, res) => {
  // ok: js-open-redirect
  res.redirect(301, req.originalUrl + "/");
  // ruleid: js-open-redirect
  res.redirect(301, decodeURIComponent(req.url));
});

app.get("*", (req, res) => {
  // ruleid: js-open-redirect
  res.redirect(301, req.originalUrl + "/");
});
=======
export const getServerSideProps = async ({ query, params }) => {
  if (query.from === "mail") {
    // ruleid: js-open-redirect
    return { redirect: { destination: query.next, permanent: false } };
  }
  // ruleid: js-open-redirect
  return { redirect: { destination: String(params.place), permanent: false } };
};

export async function getServerSideProps({ res, query }) {
  // ok: js-open-redirect
  return { redirect: { destination: `/login?next=${encodeURIComponent(query.next)}`, permanent: false } };
}
>>>>>>> 2124a08 (Promised queries, what a store answers, lodash's lookups, hosts of settings and looked up addresses are known)
