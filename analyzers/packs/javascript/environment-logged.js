// ruleid: environment-logged
console.log(process.env);
// ruleid: environment-logged
res.json(process.env);
// ok: environment-logged
console.log(process.env.NODE_ENV);
