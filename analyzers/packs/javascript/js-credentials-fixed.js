const basicAuth = require("express-basic-auth");

// ruleid: js-credentials-fixed
app.use(basicAuth({ users: { admin: "supersecret" } }));
// ok: js-credentials-fixed
app.use(basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } }));
