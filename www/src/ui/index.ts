export { Button, type ButtonProps } from "./button";
export { Dialog } from "./dialog";
export { Checkbox, type ChoiceProps, Field, NumberField, type Option, Segmented, Select } from "./field";
export { Icon } from "./icon";
export { Method, Popover } from "./popover";
export { Actions, Basis, Headline, Rich, Section, Strip, StripItem, StripSelect, Wide } from "./screen";
export { type Colour, Share, Swatch, segmentTokens } from "./segment";
export { Sparkline } from "./sparkline";
export { Alert, EmptyState, Progress } from "./told";
