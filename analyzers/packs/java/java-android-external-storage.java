import android.content.Context;
import android.os.Environment;
import java.io.File;
import java.io.FileOutputStream;

class Storage {
    void save(Context context) throws Exception {
        // ruleid: java-android-external-storage
        File tokens = new File(Environment.getExternalStorageDirectory(), "tokens.json");
        // ruleid: java-android-external-storage
        File path = new File(Environment.getExternalStorageDirectory().getAbsolutePath() + "/tokens.json");
        // ruleid: java-android-external-storage
        FileOutputStream out = new FileOutputStream(Environment.getExternalStorageDirectory() + "/a.txt");
        // ok: java-android-external-storage
        File folder = Environment.getExternalStorageDirectory();
        // ok: java-android-external-storage
        long free = new StatFs(folder.getPath()).getAvailableBytes();
        // ruleid: java-android-external-storage
        File data = new File(folder, "data.json");
        // ok: java-android-external-storage
        File own = new File(context.getFilesDir(), "tokens.json");
        // ok: java-android-external-storage
        String state = Environment.getExternalStorageState();
    }
}
