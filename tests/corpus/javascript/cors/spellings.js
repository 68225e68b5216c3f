// ruleid: cors
app.use(cors({ origin: '*', credentials: true }));
app.use((req, res, next) => {
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', '*');
  // ruleid: cors
  res.header('Access-Control-Allow-Origin', req.header('Origin'));
  // ruleid: cors
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin || '*');
  next();
});
const corsOptions = { origin: '*' };
// ruleid: cors
app.use(cors(corsOptions));
const good = { origin: ['https://a.example.com'] };
// ok: cors
app.use(cors(good));
