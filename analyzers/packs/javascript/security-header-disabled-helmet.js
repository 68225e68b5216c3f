const helmet = require("helmet");

// ruleid: security-header-disabled-helmet
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: security-header-disabled-helmet
app.use(helmet({ hsts: { maxAge: 1000 }, frameguard: false }));
// ok: security-header-disabled-helmet
app.use(helmet());
// ok: security-header-disabled-helmet
app.use(helmet({ crossOriginEmbedderPolicy: false }));
// ruleid: security-header-disabled-helmet
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'", "'unsafe-eval'"] } }));
// ok: security-header-disabled-helmet
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'"], styleSrc: ["'unsafe-inline'"] } }));

// ruleid: security-header-disabled-helmet
app.use(helmet.referrerPolicy({ policy: "unsafe-url" }));
// ok: security-header-disabled-helmet
app.use(helmet.referrerPolicy({ policy: "no-referrer" }));
