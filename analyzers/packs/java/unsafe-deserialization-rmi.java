import java.rmi.Remote;
import java.rmi.RemoteException;

interface Store extends Remote {
    // ruleid: unsafe-deserialization-rmi
    void put(Object value) throws RemoteException;

    // ok: unsafe-deserialization-rmi
    void putNumber(int value) throws RemoteException;
}

interface Local {
    // ok: unsafe-deserialization-rmi
    void put(Object value);
}
