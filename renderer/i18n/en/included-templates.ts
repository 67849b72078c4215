/** The templates that come with the program; their fields are matched to the columns of a list. */
export const includedTemplates = {
  "name.orderReady": "Order ready",
  "text.orderReady": "Hello {Name|there}, your order {Order} is ready. We are open until 8 pm.",
  "name.appointment": "Appointment reminder",
  "text.appointment": "Hello {Name|there}, we expect you on {Date} at {Time}. If that no longer suits you, call us.",
  "name.sale": "Sale",
  "text.sale": "Hello {Name|there}, 20% off everything until Sunday. No more texts? example.com/stop",
  "name.birthday": "Birthday",
  "text.birthday": "Happy birthday, {Name|dear customer}. Your gift waits for you in the shop all week.",
  "name.payment": "Payment reminder",
  "text.payment":
    "Hello {Name|there}, {Sum} for your order {Order} is due on {Date}. If it is paid already, thank you.",
  "name.delivery": "Delivery",
  "text.delivery": "Hello {Name|there}, we bring your order {Order} on {Date} at {Time}. The driver calls before.",
} as const;
