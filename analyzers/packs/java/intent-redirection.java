import android.app.Activity;
import android.content.Intent;

class Router extends Activity {
    void forward() {
        Intent next = getIntent().getParcelableExtra("next");
        // ruleid: intent-redirection
        startActivity(next);
    }

    void old(Intent outer) {
        Intent inner = (Intent) outer.getExtras().getParcelable("service");
        // ruleid: intent-redirection
        startService(inner);
    }

    void checked() {
        Intent next = getIntent().getParcelableExtra("next");
        if (getPackageName().equals(next.resolveActivity(getPackageManager()).getPackageName())) {
            // ok: intent-redirection
            startActivity(next);
        }
    }

    void own() {
        Intent next = new Intent(this, Details.class);
        next.putExtra("item", getIntent().getParcelableExtra("item"));
        // ok: intent-redirection
        startActivity(next);
    }
}

class Answering extends Activity {
    void same() {
        // ruleid: intent-redirection
        setResult(RESULT_OK, getIntent());
    }

    void named() {
        Intent back = getIntent();
        back.putExtra("chosen", 3);
        // ruleid: intent-redirection
        setResult(RESULT_OK, back);
    }

    void own() {
        Intent back = new Intent();
        back.putExtra("chosen", getIntent().getIntExtra("number", 0));
        // ok: intent-redirection
        setResult(RESULT_OK, back);
    }

    void cleared() {
        Intent back = getIntent();
        back.setFlags(0);
        // ok: intent-redirection
        setResult(RESULT_OK, back);
    }

    void parsed(String address) throws Exception {
        // ruleid: intent-redirection
        startActivity(Intent.parseUri(address, Intent.URI_INTENT_SCHEME));
        // ok: intent-redirection
        startActivity(Intent.parseUri("intent:#Intent;action=android.intent.action.VIEW;end", 0));
    }
}
