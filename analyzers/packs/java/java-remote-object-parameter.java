import java.rmi.Remote;
import java.rmi.RemoteException;

interface Store extends Remote {
    // ruleid: java-remote-object-parameter
    void put(Object value) throws RemoteException;

    // ok: java-remote-object-parameter
    void putNumber(int value) throws RemoteException;
}

interface Local {
    // ok: java-remote-object-parameter
    void put(Object value);
}
