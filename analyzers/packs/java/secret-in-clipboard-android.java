import android.content.ClipData;
import android.content.ClipDescription;
import android.content.ClipboardManager;
import android.os.PersistableBundle;

class Copy {
    void copy(ClipboardManager clipboard, String password, Account account, String name) {
        // ruleid: secret-in-clipboard-android
        clipboard.setPrimaryClip(ClipData.newPlainText("login", password));
        // ruleid: secret-in-clipboard-android
        clipboard.setPrimaryClip(ClipData.newPlainText("login", account.getPrivateKey()));
        // ruleid: secret-in-clipboard-android
        clipboard.setText(password);
        // ok: secret-in-clipboard-android
        clipboard.setPrimaryClip(ClipData.newPlainText("login", name));
    }

    void marked(ClipboardManager clipboard, String password) {
        // ok: secret-in-clipboard-android
        ClipData clip = ClipData.newPlainText("login", password);
        PersistableBundle extras = new PersistableBundle();
        extras.putBoolean(ClipDescription.EXTRA_IS_SENSITIVE, true);
        clip.getDescription().setExtras(extras);
        clipboard.setPrimaryClip(clip);
    }
}
