const cp = require('child_process'); const mysql = require('mysql'); const con = mysql.createConnection({});
// ruleid: command-injection
cp.exec('ls ' + target);
// ruleid: command-injection
cp.exec(`ls ${target}`, cb);
// ruleid: sql-injection
con.query("SELECT * FROM t WHERE n = '" + username + "'");
// ruleid: sql-injection
con.query(`SELECT * FROM t WHERE n = '${username}'`);
// ok: sql-injection
con.query("SELECT * FROM t WHERE n = ?", [username]);
// ruleid: code-injection
eval('f(' + expression + ')');
// ruleid: code-injection
eval(expression);
// ruleid: xss
document.getElementById('x').innerHTML = '<b>' + content + '</b>';
document.getElementById('x').innerHTML = content; 
const table = 'x';
// ok: xss
con.query("SELECT * FROM " + table);
