class Counter extends React.Component {
  reset() {
    // ruleid: state-mutation-react
    this.state.count = 0;
    // ok: state-mutation-react
    this.setState({ count: 0 });
  }
}

class Plain {
  reset() {
    // ok: state-mutation-react
    this.state.count = 0;
  }
}
