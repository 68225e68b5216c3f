import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;

class Messages extends Activity {
    private static final String LOGIN = "org.shop.LOGIN";

    void send(Context context, String token) {
        Intent intent = new Intent("org.shop.LOGIN");
        intent.putExtra("token", token);
        // ruleid: unprotected-broadcast-android
        sendBroadcast(intent);
        // ruleid: unprotected-broadcast-android
        context.sendOrderedBroadcast(intent, null);
        // ruleid: unprotected-broadcast-android
        context.sendStickyBroadcast(intent);
        // ok: unprotected-broadcast-android
        sendBroadcast(intent, "org.shop.permission.LOGIN");
        // ok: unprotected-broadcast-android
        sendOrderedBroadcast(intent, "org.shop.permission.LOGIN");
    }

    void own(Context context, String token) {
        Intent intent = new Intent(LOGIN);
        intent.putExtra("token", token);
        intent.setPackage(context.getPackageName());
        // ok: unprotected-broadcast-android
        context.sendBroadcast(intent);
        Intent named = new Intent(context, Receiver.class);
        named.putExtra("token", token);
        // ok: unprotected-broadcast-android
        context.sendBroadcast(named);
        Intent empty = new Intent("org.shop.CLOSED");
        // ok: unprotected-broadcast-android
        context.sendBroadcast(empty);
    }

    void receive(BroadcastReceiver receiver) {
        // ruleid: unprotected-broadcast-android
        registerReceiver(receiver, new IntentFilter("org.shop.LOGIN"), Context.RECEIVER_NOT_EXPORTED);
        IntentFilter filter = new IntentFilter();
        filter.addAction(LOGIN);
        // ruleid: unprotected-broadcast-android
        getApplicationContext().registerReceiver(receiver, filter, Context.RECEIVER_NOT_EXPORTED);
        // ok: unprotected-broadcast-android
        registerReceiver(receiver, new IntentFilter(Intent.ACTION_SCREEN_OFF));
        // ok: unprotected-broadcast-android
        registerReceiver(receiver, new IntentFilter("android.net.conn.CONNECTIVITY_CHANGE"));
        // ok: unprotected-broadcast-android
        registerReceiver(receiver, new IntentFilter("org.shop.LOGIN"), "org.shop.permission.LOGIN", null);
        // ok: unprotected-broadcast-android
        registerReceiver(receiver, filter, Context.RECEIVER_NOT_EXPORTED);
    }
}
