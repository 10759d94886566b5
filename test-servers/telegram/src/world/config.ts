import type { TlObject } from "../tl/fields.ts";

// Fields that must be there and that no client in use looks at.
const unused = [
  [
    "online_update_period_ms",
    "offline_blur_timeout_ms",
    "offline_idle_timeout_ms",
    "online_cloud_timeout_ms",
  ],
  [
    "notify_cloud_delay_ms",
    "notify_default_delay_ms",
    "push_chat_period_ms",
    "push_chat_limit",
    "edit_time_limit",
  ],
  ["revoke_time_limit", "revoke_pm_time_limit", "rating_e_decay", "stickers_recent_limit"],
  [
    "channels_read_media_period",
    "call_receive_timeout_ms",
    "call_ring_timeout_ms",
    "call_connect_timeout_ms",
  ],
  ["call_packet_timeout_ms"],
].flat();

/** What `help.getConfig` returns: whichever data centre a client looks for, it is this server. */
export function config(port: number): TlObject {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const dcs = [1, 2, 3, 4, 5].map((id) => ({
    _: "dcOption",
    id,
    ip_address: "127.0.0.1",
    port,
  }));
  return {
    _: "config",
    ...Object.fromEntries(unused.map((name) => [name, 1])),
    date: nowSeconds,
    expires: nowSeconds + 3_600,
    test_mode: true,
    this_dc: 2,
    webfile_dc_id: 2,
    dc_options: dcs,
    dc_txt_domain_name: "test",
    me_url_prefix: "test",
    chat_size_max: 200,
    megagroup_size_max: 200_000,
    forwarded_count_max: 100,
    caption_length_max: 1_024,
    message_length_max: 4_096,
  };
}
