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

class Answering extends Activity {
    void same() {
        // ruleid: java-intent-redirected
        setResult(RESULT_OK, getIntent());
    }

    void named() {
        Intent back = getIntent();
        back.putExtra("chosen", 3);
        // ruleid: java-intent-redirected
        setResult(RESULT_OK, back);
    }

    void own() {
        Intent back = new Intent();
        back.putExtra("chosen", getIntent().getIntExtra("number", 0));
        // ok: java-intent-redirected
        setResult(RESULT_OK, back);
    }

    void cleared() {
        Intent back = getIntent();
        back.setFlags(0);
        // ok: java-intent-redirected
        setResult(RESULT_OK, back);
    }

    void parsed(String address) throws Exception {
        // ruleid: java-intent-redirected
        startActivity(Intent.parseUri(address, Intent.URI_INTENT_SCHEME));
        // ok: java-intent-redirected
        startActivity(Intent.parseUri("intent:#Intent;action=android.intent.action.VIEW;end", 0));
    }
}
