class Counter extends React.Component {
  reset() {
    // ruleid: react-state-assigned
    this.setState({ count: 0 });
    // ok: react-state-assigned
    this.setState({ count: 0 });
  }
}

class Plain {
  reset() {
    // ok: react-state-assigned
    this.state.count = 0;
  }
}
