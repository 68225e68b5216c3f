// ruleid: environment-logged
console.log(process.env);
// ruleid: environment-logged
res.json(process.env);
// ok: environment-logged
console.log(process.env.NODE_ENV);

// ruleid: environment-logged
console.log("environment", JSON.stringify(process.env));
// ruleid: environment-logged
logger.error(`started with ${JSON.stringify(process.env, null, 2)}`);
// ruleid: environment-logged
console.table(process.env);
// ruleid: environment-logged
logger.debug("settings", { environment: process.env });
// ok: environment-logged
logger.debug("settings", { port: process.env.PORT });
// ok: environment-logged
table.info(process.env);
