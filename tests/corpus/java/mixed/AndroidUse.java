package bench;

import android.app.*;
import android.content.*;
import android.database.sqlite.*;
import android.database.Cursor;
import android.net.Uri;
import android.os.*;
import android.preference.PreferenceManager;
import android.util.Log;
import android.webkit.*;
import java.io.*;

public class AndroidUse extends Activity {
    private SQLiteDatabase db;

    @Override
    protected void onCreate(Bundle b) {
        super.onCreate(b);
        WebView w = new WebView(this);
        // ruleid: misconfiguration
        w.getSettings().setJavaScriptEnabled(true);
        // ok: misconfiguration
        w.getSettings().setJavaScriptEnabled(false);
        // ruleid: misconfiguration
        w.getSettings().setAllowFileAccess(true);
        // ruleid: misconfiguration
        w.getSettings().setAllowFileAccessFromFileURLs(true);
        // ruleid: misconfiguration
        w.getSettings().setAllowUniversalAccessFromFileURLs(true);
        // ok: misconfiguration
        w.getSettings().setAllowFileAccess(false);
        // ruleid: misconfiguration
        w.getSettings().setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);
        // ruleid: misconfiguration
        w.addJavascriptInterface(new Object(), "bridge");
        // ruleid: misconfiguration
        WebView.setWebContentsDebuggingEnabled(true);
        // ok: xss
        w.loadUrl("https://example.com");
        // ruleid: xss
        w.loadUrl(getIntent().getStringExtra("url"));
        // ruleid: xss
        w.loadUrl("javascript:f('" + getIntent().getStringExtra("x") + "')");
        // ruleid: xss
        w.evaluateJavascript("f('" + getIntent().getStringExtra("x") + "')", null);
        // ruleid: xss
        w.loadData(getIntent().getStringExtra("html"), "text/html", null);
        String name = getIntent().getStringExtra("name");
        // ruleid: sql-injection
        db.rawQuery("SELECT * FROM t WHERE n='" + name + "'", null);
        // ok: sql-injection
        db.rawQuery("SELECT * FROM t WHERE n=?", new String[] {name});
        // ruleid: sql-injection
        db.execSQL("DELETE FROM t WHERE n='" + name + "'");
        // ruleid: sql-injection
        db.query("t", null, "n='" + name + "'", null, null, null, null);
        // ok: sql-injection
        db.query("t", null, "n=?", new String[] {name}, null, null, null);
        // ruleid: sql-injection
        db.delete("t", "n='" + name + "'", null);
        // ok: sql-injection
        db.delete("t", "n=?", new String[] {name});
        // ruleid: open-redirect
        startActivity((Intent) getIntent().getParcelableExtra("next"));
        // ok: open-redirect
        startActivity(new Intent(this, AndroidUse.class));
        // ruleid: file-permissions
        getSharedPreferences("x", MODE_WORLD_READABLE);
        // ok: file-permissions
        getSharedPreferences("x", MODE_PRIVATE);
        // todoruleid: misconfiguration
        PendingIntent.getActivity(this, 0, new Intent(), 0);
        // ok: misconfiguration
        PendingIntent.getActivity(this, 0, new Intent(this, AndroidUse.class), PendingIntent.FLAG_IMMUTABLE);
        // todoruleid: misconfiguration
        registerReceiver(null, new IntentFilter("x"));
        // ok: log-injection
        Log.d("x", "started");
    }

    void files(Uri data) throws Exception {
        // ruleid: path-traversal
        new FileInputStream(new File(getFilesDir(), getIntent().getStringExtra("f")));
        // ruleid: file-permissions
        openFileOutput("x", Context.MODE_WORLD_WRITEABLE);
        // ok: file-permissions
        openFileOutput("x", Context.MODE_PRIVATE);
        // ruleid: sql-injection
        Cursor c = getContentResolver().query(data, null, "a=" + data.getLastPathSegment(), null, null);
        // ruleid: command-injection
        Runtime.getRuntime().exec(getIntent().getStringExtra("cmd"));
    }
}
