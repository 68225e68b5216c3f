const helmet = require("helmet");

// ruleid: helmet-protection-off
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: helmet-protection-off
app.use(helmet({ hsts: { maxAge: 1000 }, frameguard: false }));
// ok: helmet-protection-off
app.use(helmet());
// ok: helmet-protection-off
app.use(helmet({ crossOriginEmbedderPolicy: false }));
// ruleid: helmet-protection-off
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'", "'unsafe-eval'"] } }));
// ok: helmet-protection-off
app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'"], styleSrc: ["'unsafe-inline'"] } }));

// ruleid: helmet-protection-off
app.use(helmet.referrerPolicy({ policy: "unsafe-url" }));
// ok: helmet-protection-off
app.use(helmet.referrerPolicy({ policy: "no-referrer" }));
