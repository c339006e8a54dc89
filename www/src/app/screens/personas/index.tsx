import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";

export const Personas = (props: ScreenProps) => <Lacking {...props} />;
