// ruleid: template-curly-in-string
console.log("user ${name}");
// ruleid: template-curly-in-string
throw new Error("no user ${user.name}");
// ok: template-curly-in-string
console.log(`user ${name}`);
// ok: template-curly-in-string
console.log("costs $5");
