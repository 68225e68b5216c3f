const { spawn } = require('child_process');
spawn('cmd', [arg], { shell: true });
const name = document.querySelector('#input').value;
// ruleid: xss
document.getElementById('greeting').innerHTML = '<h1>' + name + '</h1>';
// ok: xss
document.getElementById('greeting').textContent = name;
app.use((err, req, res, next) => {
  // ruleid: data-exposure
  res.status(500).json({ error: err.message });
});
app.get('/a', async (req, res) => {
  try { await f(); } catch (error) {
    // ruleid: data-exposure
    res.status(500).send(error);
    // ok: data-exposure
    res.status(400).json({ error: error.message });
    // ok: data-exposure
    res.status(500).json({ error: 'internal' });
    // ok: data-exposure
    res.status(500).json({ message: 'failed' });
  }
});
