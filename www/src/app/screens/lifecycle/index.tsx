import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";

export const Lifecycle = (props: ScreenProps) => <Lacking {...props} />;
