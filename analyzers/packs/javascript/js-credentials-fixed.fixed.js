const basicAuth = require("express-basic-auth");

// ruleid: js-credentials-fixed
app.use(basicAuth({ users: { admin: process.env.BASIC_AUTH_PASSWORD } }));
// ok: js-credentials-fixed
app.use(basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } }));
