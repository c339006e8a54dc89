import { Component, type ComponentChildren } from "preact";
import { Alert, Button } from "../ui";
import type { Words } from "../words";

interface Props {
  readonly words: Words;
  readonly children: ComponentChildren;
}

/** Tells a rendering fault in its place; the rest of the page stays usable. */
export class Boundary extends Component<Props, { fault: string | null }> {
  override state = { fault: null };

  static override getDerivedStateFromError(thrown: unknown) {
    return { fault: String(thrown) };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    const { fault } = this.props.words.shell;
    return (
      <Alert
        kind="error"
        title={fault.title}
        testid="fault"
        actions={<Button onClick={() => this.setState({ fault: null })}>{fault.again}</Button>}
      >
        <p>{fault.text}</p>
        <p class="note">
          {fault.detail}: <code>{this.state.fault}</code>
        </p>
      </Alert>
    );
  }
}
