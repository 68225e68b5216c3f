// ruleid: template-literal-in-quotes
console.log(`user ${name}`);
// ruleid: template-literal-in-quotes
throw new Error(`no user ${user.name}`);
// ok: template-literal-in-quotes
console.log(`user ${name}`);
// ok: template-literal-in-quotes
console.log("costs $5");
