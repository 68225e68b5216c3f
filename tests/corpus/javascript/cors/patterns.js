// ruleid: cors
app.use(cors({ origin: /example\.com/ }));
// ok: cors
app.use(cors({ origin: /\.example\.com$/ }));
// ok: cors
app.use(cors({ origin: /^https:\/\/(.+\.)?example\.com$/ }));
// ruleid: cors
app.use(cors({ origin: /^https:\/\/.*example\.com$/ }));
// ruleid: cors
app.use(cors({ origin: /^https:\/\/example\.com/ }));
// ok: cors
app.use(cors({ origin: [/\.example\.com$/, 'https://a.example'] }));
app.use(cors({ origin: /https:\/\/example\.com$/ }));
// ok: cors
app.use(cors({ origin: /^http:\/\/localhost(:\d+)?$/ }));
// ruleid: data-exposure
logger.info({ password });
// ruleid: data-exposure
logger.info({ password: user.password }, 'x');
// ok: data-exposure
logger.info({ user: user.name });
// ruleid: log-injection
app.get('/', (req, res) => { console.log('user %s', req.query.n); console.log('a', b); });
