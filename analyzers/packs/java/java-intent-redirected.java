import android.app.Activity;
import android.content.Intent;

class Router extends Activity {
    void forward() {
        Intent next = getIntent().getParcelableExtra("next");
        // ruleid: java-intent-redirected
        startActivity(next);
    }

    void old(Intent outer) {
        Intent inner = (Intent) outer.getExtras().getParcelable("service");
        // ruleid: java-intent-redirected
        startService(inner);
    }

    void checked() {
        Intent next = getIntent().getParcelableExtra("next");
        if (getPackageName().equals(next.resolveActivity(getPackageManager()).getPackageName())) {
            // ok: java-intent-redirected
            startActivity(next);
        }
    }

    void own() {
        Intent next = new Intent(this, Details.class);
        next.putExtra("item", getIntent().getParcelableExtra("item"));
        // ok: java-intent-redirected
        startActivity(next);
    }
}
