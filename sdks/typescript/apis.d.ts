import type { TopFile } from './core'

/**
 * 会话消息撤回 · Recall a message of a follow-up chat
 * `alibaba.alihealth.followup.dialogrecord.recall`
 * 已撤回的消息再次撤回仍返回成功 · To recall a message again succeeds again
 */
export interface AlibabaAlihealthFollowupDialogrecordRecallRequest {
  /**
   * token用于安全验证 · Token for the security check
   * 32 位十六进制或 UUID · 32 hexadecimal digits or a UUID
   * 例 / Example: 9eae09db243df99bd67af033decfd257
   */
  readonly auth_token: string
  /** 入参model · Request */
  readonly request1: AlibabaAlihealthFollowupDialogrecordRecallRequest.ChickenImRecordRecallDo
}
export declare namespace AlibabaAlihealthFollowupDialogrecordRecallRequest {
  /** 入参model · Request */
  interface ChickenImRecordRecallDo {
    /**
     * 会话记录ID · Id of the message, as sending it answered
     * 发送时返回的 id · The id that sending answered
     * 例 / Example: 1800000767768343
     */
    readonly record_id: string
    /**
     * 医生ID · The doctor who recalls
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 153315451244705
     */
    readonly doctor_id?: string | undefined
    /**
     * 会话ID · Conversation
     * 32 位小写十六进制 · 32 lower-case hexadecimal digits
     * 例 / Example: 78bfcced948a65d29c5c77f1cd3367a2
     */
    readonly session_id: string
    /**
     * B端用户ID(单聊是医生id、群聊是组id) · The doctor of a single chat, the group of a group chat
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 2034131106552037
     */
    readonly bterm_user_id: string
    /**
     * 患者ID · Patient
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 5394977607673890
     */
    readonly sufferer_id?: string | undefined
    /**
     * 1是患者撤回,2是医生撤回 · Who recalls: 1 patient, 2 doctor
     * 1 患者，2 医生 · 1 patient, 2 doctor
     * 例 / Example: 2
     */
    readonly rs_type: "1" | "2" | (string & {})
  }
}

/** 会话消息撤回 · Recall a message of a follow-up chat */
export interface AlibabaAlihealthFollowupDialogrecordRecallResponse {
  /** 接口返回model · Result */
  readonly result1?: AlibabaAlihealthFollowupDialogrecordRecallResponse.Result | undefined
}
export declare namespace AlibabaAlihealthFollowupDialogrecordRecallResponse {
  /** 接口返回model · Result */
  interface Result {
    /**
     * 是否撤回成功 · Whether it is recalled
     * 例 / Example: true
     */
    readonly model?: boolean | undefined
    /**
     * msgCode · Code; SUCCESS on success
     * 例 / Example: SUCCESS
     */
    readonly msg_code?: string | undefined
    /**
     * msgInfo · Message
     * 例 / Example: 成功
     */
    readonly msg_info?: string | undefined
    /**
     * 是否成功 · Whether it succeeded
     * 例 / Example: true
     */
    readonly success?: boolean | undefined
  }
}

/**
 * 随访IM会话轮询 · Read the messages of a follow-up chat
 * `alibaba.alihealth.followup.fetch`
 * 查询，可随时重复 · A query; repeat at will
 */
export interface AlibabaAlihealthFollowupFetchRequest {
  /** 服务入参 · Request */
  readonly request1: AlibabaAlihealthFollowupFetchRequest.ChickenIMDialogRequest
  /**
   * token用于安全验证 · Token for the security check
   * 32 位十六进制或 UUID · 32 hexadecimal digits or a UUID
   * 例 / Example: 9eae09db243df99bd67af033decfd257
   */
  readonly auth_token?: string | undefined
}
export declare namespace AlibabaAlihealthFollowupFetchRequest {
  /** 服务入参 · Request */
  interface ChickenIMDialogRequest {
    /**
     * 会话ID · Conversation
     * 32 位小写十六进制 · 32 lower-case hexadecimal digits
     * 例 / Example: 78bfcced948a65d29c5c77f1cd3367a2
     */
    readonly session_id: string
    /**
     * 医生ID或医生组ID · Doctor or group of doctors
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 2034131106552037
     */
    readonly bterm_user_id?: string | undefined
    /**
     * 就诊人ID · Patient
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 5394977607673890
     */
    readonly cterm_user_id?: string | undefined
    /**
     * 获取类型 · Direction: 1 newer than last_time_stamp, 2 older
     * 1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1 · 1 newer messages, oldest first; 2 older messages, newest first; default 1
     * 例 / Example: 1
     */
    readonly fetch_type?: "1" | "2" | (string & {}) | undefined
    /**
     * 上次时间戳 · Where to go on: time_stamp of the last message of the page before
     * 上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始 · time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest
     * 例 / Example: 0
     */
    readonly last_time_stamp?: string | undefined
    /**
     * 获取数量 · How many messages at most
     * 1–100，默认 10；不足此数表示已到头 · 1 to 100, default 10; fewer mean that there are no more
     * 例 / Example: 10
     */
    readonly page_size?: bigint | number | undefined
    /**
     * 医生自己的医生id · The doctor who reads
     * bterm_user_id 为医生组且没有 auth_token 时，医生必填 · Needed of a doctor of a group who has no auth_token
     * 例 / Example: 153315451244705
     */
    readonly user_id?: string | undefined
    /**
     * 1患者发2医生发 · Who reads: 1 patient, 2 doctor
     * 不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者 · Absent: as auth_token says; without one, a doctor when user_id is there, else the patient
     * 例 / Example: 2
     */
    readonly rs_type?: "1" | "2" | (string & {}) | undefined
    /**
     * 没有新消息时最多等待的秒数 · How long to wait for a new message when there is none
     * 0–10，默认 0（立即返回）；只对 fetch_type 1 有效 · 0 to 10, default 0 (answer at once); only for fetch_type 1
     * 例 / Example: 0
     */
    readonly wait_seconds?: bigint | number | undefined
  }
}

/** 随访IM会话轮询 · Read the messages of a follow-up chat */
export interface AlibabaAlihealthFollowupFetchResponse {
  /** 接口返回model · Result */
  readonly result1?: AlibabaAlihealthFollowupFetchResponse.Result | undefined
}
export declare namespace AlibabaAlihealthFollowupFetchResponse {
  /** 内容 · The known members of the content */
  interface DialogContentVo {
    /**
     * 内容文本 · Words
     * 例 / Example: abc
     */
    readonly text?: string | undefined
    /**
     * 内容标题 · Title
     * 例 / Example: abc
     */
    readonly title?: string | undefined
    /**
     * 音频url · Address of the audio
     * 例 / Example: https://media.example/a
     */
    readonly radio?: string | undefined
    /**
     * 音频秒数 · Seconds of the audio
     * 例 / Example: 12
     */
    readonly radio_time?: string | undefined
    /**
     * 图片url · Address of the picture; several as a JSON array
     * 例 / Example: https://media.example/p
     */
    readonly pic?: string | undefined
    /**
     * 诊断 · Diagnosis
     * 例 / Example: 恢复良好
     */
    readonly diagnose?: string | undefined
    /**
     * 建议 · Advice
     * 例 / Example: 两周后复查
     */
    readonly advice?: string | undefined
    /**
     * 发送时间 · Time as the sender gave it
     * 例 / Example: 1554692283655
     */
    readonly send_time?: string | undefined
  }
  /** 一条消息 · A message */
  interface Model {
    /**
     * 会话内容 · The content as sent, byte for byte
     * 例 / Example: {"text":"abc"}
     */
    readonly content?: string | undefined
    /**
     * 内容格式 · 1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown
     * 例 / Example: 1
     */
    readonly content_type?: string | undefined
    /**
     * 消息ID · Id of the message; of a recalled one, the id under which it was sent
     * 例 / Example: 1800000742465051
     */
    readonly id?: string | undefined
    /**
     * 时间戳 · Stamp in epoch milliseconds, strictly increasing in the conversation
     * 例 / Example: 1554692283655
     */
    readonly time_stamp?: string | undefined
    /**
     * 1患者发的2医生发的 · Who sent it: 1 patient, 2 doctor
     * 例 / Example: 1
     */
    readonly rs_type?: string | undefined
    /** 内容 · The known members of the content */
    readonly dialog_content_v_o?: AlibabaAlihealthFollowupFetchResponse.DialogContentVo | undefined
  }
  /** 接口返回model · Result */
  interface Result {
    /**
     * 是否成功 · Whether it succeeded
     * 例 / Example: true
     */
    readonly success?: boolean | undefined
    /**
     * msgCode · Code; SUCCESS on success
     * 例 / Example: SUCCESS
     */
    readonly msg_code?: string | undefined
    /**
     * msgInfo · Message
     * 例 / Example: 成功
     */
    readonly msg_info?: string | undefined
    /**
     * 会话列表 · The messages, in the order of fetch_type
     * ≤100 项 · Up to 100 items
     */
    readonly dialog_list?: readonly AlibabaAlihealthFollowupFetchResponse.Model[] | undefined
  }
}

/**
 * 随访IM发送会话 · Send a message of a follow-up chat
 * `alibaba.alihealth.followup.send`
 * 同一签名的请求 21 分钟内返回首次结果 · A request with the same signature gets the first answer for 21 minutes
 */
export interface AlibabaAlihealthFollowupSendRequest {
  /** 服务入参 · Request */
  readonly request1: AlibabaAlihealthFollowupSendRequest.ChickenImDialogCreateRequest
  /**
   * token用于安全验证 · Token for the security check
   * 32 位十六进制或 UUID · 32 hexadecimal digits or a UUID
   * 例 / Example: 9eae09db243df99bd67af033decfd257
   */
  readonly auth_token?: string | undefined
}
export declare namespace AlibabaAlihealthFollowupSendRequest {
  /** 服务入参 · Request */
  interface ChickenImDialogCreateRequest {
    /**
     * 会话ID · Conversation
     * 32 位小写十六进制 · 32 lower-case hexadecimal digits
     * 例 / Example: 78bfcced948a65d29c5c77f1cd3367a2
     */
    readonly session_id: string
    /**
     * 医生ID或医生组ID · Doctor or group of doctors
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 2034131106552037
     */
    readonly bterm_user_id?: string | undefined
    /**
     * 就诊人ID · Patient
     * 1–19 位数字 · 1 to 19 digits
     * 例 / Example: 5394977607673890
     */
    readonly cterm_user_id?: string | undefined
    /**
     * 谁发的 · Who speaks: 1 patient, 2 doctor
     * 1 患者，2 医生 · 1 patient, 2 doctor
     * 例 / Example: 2
     */
    readonly rs_type: "1" | "2" | (string & {})
    /**
     * 内容 · The message as a JSON object
     * JSON 对象文本，≤16KB；文字放在 text，1–2000 字 · Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters
     * 例 / Example: {"text":"abc"}
     */
    readonly content: string
    /**
     * 医生自己的id · The doctor who speaks
     * bterm_user_id 为医生组时必填 · Needed when bterm_user_id is a group
     * 例 / Example: 153315451244705
     */
    readonly user_id?: string | undefined
  }
}

/** 随访IM发送会话 · Send a message of a follow-up chat */
export interface AlibabaAlihealthFollowupSendResponse {
  /** 接口返回model · Result */
  readonly result1?: AlibabaAlihealthFollowupSendResponse.Result | undefined
}
export declare namespace AlibabaAlihealthFollowupSendResponse {
  /** 将本次发送的内容重新返回给调用方 · What was sent, as stored */
  interface DialogVo {
    /**
     * 内容格式 · 1 text, 2 picture, 3 audio, 31 summary of the doctor
     * 例 / Example: 1
     */
    readonly content_type?: number | undefined
    /**
     * 自己本次发送的会话内容 · The content as sent, byte for byte
     * 例 / Example: {}
     */
    readonly content?: string | undefined
    /**
     * 本次发送的数据id · Id of the message
     * 例 / Example: 1111111
     */
    readonly id?: string | undefined
    /**
     * 本次发送的时间戳 · Stamp in epoch milliseconds, strictly increasing in the conversation
     * 例 / Example: 1111111
     */
    readonly time_stamp?: string | undefined
  }
  /** 接口返回model · Result */
  interface Result {
    /**
     * 是否成功 · Whether it succeeded
     * 例 / Example: false
     */
    readonly success?: boolean | undefined
    /**
     * msgCode · Code; SUCCESS on success
     * 例 / Example: 1
     */
    readonly msg_code?: string | undefined
    /**
     * msgInfo · Message
     * 例 / Example: 1
     */
    readonly msg_info?: string | undefined
    /**
     * 将本次发送的内容重新返回给调用方 · What was sent, as stored
     * 例 / Example: 134523^4351232
     */
    readonly model?: AlibabaAlihealthFollowupSendResponse.DialogVo | undefined
  }
}

/**
 * 保司向我方同步用户行为信息 · An insurer reports a step of a user
 * `alibaba.alihealth.insurance.inst.user.behavior.sync`
 * 同一流程、点击、产品、行为与时间（到秒）只记一次，重复返回 SUCCESS · The same flow, click, product, step and second count once; a repeat answers SUCCESS
 */
export interface AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest {
  /**
   * request
   * 文档标为可选；不传或为空则返回 isv.invalid-parameter · Marked optional; without it the call is refused with isv.invalid-parameter
   */
  readonly param0?: AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest.InstSyncUserBehaviorInfoRequest | undefined
}
export declare namespace AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest {
  /** request */
  interface InstSyncUserBehaviorInfoRequest {
    /**
     * 广告url · Landing URL of the advertisement, macros filled in
     * ≤16KB；无法解析的地址照收并标记，不影响结果 · Up to 16 KB; an unusable URL is kept and flagged, never refused
     * 例 / Example: https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&ch…
     */
    readonly advertise_org_url?: string | undefined
    /**
     * 保司产品ID · Product id of the insurer
     * 1–64 位字母、数字、_、- · 1 to 64 letters, digits, _ or -
     * 例 / Example: CU95
     */
    readonly inst_product_id: string
    /**
     * 推广位名称 · Name of the promotion slot, agency-medium
     * 建议 128 字以内 · Better under 128 characters
     * 例 / Example: 优矩-抖音
     */
    readonly channel_source_name?: string | undefined
    /**
     * 保司goodsCode · Sales code of the insurer
     * ≤64 字符 · Up to 64 characters
     * 例 / Example: G202106170002
     */
    readonly inst_goods_code?: string | undefined
    /**
     * 用户行为类型 · Which step
     * 大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收 · Upper case, digits, underscore, 2 to 64; names not registered are accepted too
     * 例 / Example: START_UNDERWRITING
     */
    readonly behavior_type: string
    /**
     * flowId(用户跳转到众安时,由阿里健康提供) · Number of the insurance flow, issued at the jump to the insurer
     * ≥ 1
     * 例 / Example: 1800001886002007960
     */
    readonly flow_id?: bigint | number | undefined
    /**
     * 行为时间点 · When it happened
     * 北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟 · Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead
     * 例 / Example: 2022-02-23 18:46:04
     */
    readonly behavior_time: string
  }
}

/** 保司向我方同步用户行为信息 · An insurer reports a step of a user */
export interface AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse {
  /**
   * 响应状态 · SUCCESS or FAIL
   * 例 / Example: SUCCESS
   */
  readonly result_status?: string | undefined
  /**
   * 行为数据同步结果 · Whether the step is recorded
   * 例 / Example: true
   */
  readonly data?: boolean | undefined
  /**
   * 响应码 · Code
   * 例 / Example: SUCCESS
   */
  readonly result_code?: string | undefined
  /**
   * 响应消息 · Message
   * 例 / Example: SUCCESS
   */
  readonly result_msg?: string | undefined
}

/**
 * 用户公益行为同步 · Report a charity action of a user
 * `alibaba.charity.useraction.sync`
 * 同一渠道内 event_id 幂等：内容相同返回首次结果，内容不同返回 409 · Idempotent by event_id within the channel: equal content gets the first answer, other content 409
 */
export interface AlibabaCharityUseractionSyncRequest {
  /**
   * 用户公益行为 · The charity action
   * tb_user_id 与 third_user_key 至少一个 · At least one of tb_user_id and third_user_key
   */
  readonly channel_user_action_dto: AlibabaCharityUseractionSyncRequest.ChannelUserActionDto
}
export declare namespace AlibabaCharityUseractionSyncRequest {
  /** 用户公益行为 · The charity action */
  interface ChannelUserActionDto {
    /**
     * 活动ID · Activity id
     * ≥ 1
     * 例 / Example: 12345
     */
    readonly activity_id: bigint | number
    /**
     * 唯一的动作ID,渠道范围内唯一,幂等控制 · Id of the action, unique within the channel; controls idempotency
     * 1–64 个可见 ASCII 字符，不含空格 · 1 to 64 visible ASCII characters, no spaces
     * 例 / Example: UNI_9901
     */
    readonly event_id: string
    /**
     * 淘宝ID · Taobao user id
     * ≥ 1
     * 例 / Example: 12345
     */
    readonly tb_user_id?: bigint | number | undefined
    /**
     * 做公益当时的时间戳 · The time of the action in epoch milliseconds
     * 与 charity_timestamp 不一致时以后者为准 · charity_timestamp wins when the two differ
     * 例 / Example: 12345
     */
    readonly timestamp_long?: bigint | number | undefined
    /**
     * 公益类型子代码 · Sub-type of the action
     * 大写字母、数字、下划线；不填则取活动的默认值 · Upper-case letters, digits, underscore; absent: the default of the activity
     * 例 / Example: SUB_CODE
     */
    readonly charity_type_sub_code?: string | undefined
    /**
     * 是否强制报名活动,默认false · Whether to register the user for the activity by force; false by default
     * 例 / Example: false
     */
    readonly fore_reg_activity?: boolean | undefined
    /**
     * 扩展属性 · Further attributes
     * JSON 对象文本，≤4KB，值为标量 · Text of a JSON object of scalars, up to 4 KB
     * 例 / Example: {}
     */
    readonly features_map?: string | undefined
    /**
     * 公益感言 · Words of the user
     * ≤4KB，建议 500 字以内 · Up to 4 KB, better under 500 characters
     * 例 / Example: 公益感言
     */
    readonly feeling?: string | undefined
    /**
     * 做公益当时的时间 · When the good was done
     * 北京时间，不晚于当前 5 分钟，须在活动时间内 · Beijing time, at most 5 minutes ahead, within the time of the activity
     * yyyy-MM-dd HH:mm:ss，北京时间 / Beijing time
     * 例 / Example: 2019-08-08 12:00:00
     */
    readonly charity_timestamp: Date | string
    /**
     * 原生公益行为内容,JSON · The action as the channel keeps it, in JSON
     * JSON 文本，≤16KB；按规则取其中的数量 · JSON text up to 16 KB; quantities for the hours are read from it
     * 例 / Example: {}
     */
    readonly ori_content?: string | undefined
    /**
     * 三方用户标识 · The user at the third party
     * ≤128 字符 · Up to 128 characters
     * 例 / Example: 123
     */
    readonly third_user_key?: string | undefined
    /**
     * 版本 · Version
     * "1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理 · "1" uses tb_user_id, "2" allows third_user_key; others count as newest
     * 例 / Example: 2
     */
    readonly version?: string | undefined
  }
}

/** 用户公益行为同步 · Report a charity action of a user */
export interface AlibabaCharityUseractionSyncResponse {
  /**
   * 结果 · Result
   * 例 / Example: 结果
   */
  readonly result?: AlibabaCharityUseractionSyncResponse.ThreehoursResult | undefined
}
export declare namespace AlibabaCharityUseractionSyncResponse {
  /** 结果 · Result */
  interface UserActionSyncResult {
    /**
     * 唯一的事件ID · Id of the action
     * 例 / Example: aaa
     */
    readonly event_id?: string | undefined
    /**
     * 本次同步获得的公益时 · Charity hours earned by this call, one decimal
     * 例 / Example: 0.1
     */
    readonly charity_hours?: string | undefined
  }
  /** 结果 · Result */
  interface ThreehoursResult {
    /**
     * 消息 · Message
     * 例 / Example: 成功
     */
    readonly msg?: string | undefined
    /**
     * 错误码 · Code; 200 is success
     * 例 / Example: 200
     */
    readonly code?: bigint | undefined
    /**
     * 结果 · Result
     * 例 / Example: 结果
     */
    readonly data?: AlibabaCharityUseractionSyncResponse.UserActionSyncResult | undefined
    /**
     * 是否成功 · Whether it succeeded
     * 例 / Example: true
     */
    readonly success?: boolean | undefined
  }
}

/**
 * 获取ISV发起请求服务器IP · The address that the caller is seen with
 * `taobao.appip.get`
 * 查询，可随时重复 · A query; repeat at will
 */
export interface AppipGetRequest {}

/** 获取ISV发起请求服务器IP · The address that the caller is seen with */
export interface AppipGetResponse {
  /**
   * ISV发起请求服务器IP · Address
   * 例 / Example: 203.0.113.9
   */
  readonly ip?: string | undefined
}

/**
 * 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 · Mark a user found by phone or Alipay id
 * `taobao.retail.user.tag.mobile.add`
 * 同一标签、用户、来源只有一个标记，重复调用返回成功 · One mark per tag, user and source; a repeat succeeds
 */
export interface RetailUserTagMobileAddRequest {
  /**
   * 业务来源方 · Business source
   * 须登记到应用；应用只有一个时可不传 · Registered to the app; may be left out when the app has exactly one
   * 例 / Example: **
   */
  readonly biz_code?: string | undefined
  /**
   * 识别外部用户唯一用户ID · Unique id of the user at the caller
   * 1–128 字符，不含控制字符 · 1 to 128, no control characters
   * 例 / Example: *123**45*
   */
  readonly isv_user_id?: string | undefined
  /**
   * openid · Open id, valid for the app it was issued to
   * ≤128 字符 · Up to 128 characters
   * 例 / Example: *123**45*
   */
  readonly open_id?: string | undefined
  /**
   * 支付宝ID · Alipay id
   * 2088 开头的 16 位数字 · 16 digits beginning with 2088
   * 例 / Example: *1234**5678*
   */
  readonly alipay_user_id?: string | undefined
  /**
   * 扩展信息 · Extension
   * JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存 · Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept
   * 例 / Example: {}
   */
  readonly ext_param?: string | undefined
}

/** 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 · Mark a user found by phone or Alipay id */
export interface RetailUserTagMobileAddResponse {
  /**
   * 错误 · Errors
   * 例 / Example: {"outerErrorCode": "INVALID_PARAMETER", "errorMessage": "输入参数错误:aliPayUserId", "errorCode": "isv.inv…
   */
  readonly error_infos?: readonly RetailUserTagMobileAddResponse.ErrorInfo[] | undefined
  /** 返回信息 · Result */
  readonly module?: RetailUserTagMobileAddResponse.UserTagInfoResponseDTO | undefined
  /**
   * 返回结果 · Whether the request was processed
   * 例 / Example: true
   */
  readonly result?: boolean | undefined
}
export declare namespace RetailUserTagMobileAddResponse {
  /** 错误 · Error */
  interface ErrorInfo {
    /**
     * 外部错误码 · Outer code
     * 例 / Example: SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
     */
    readonly outer_error_code?: string | undefined
    /**
     * 错误信息 · Message
     * 例 / Example: 未查询到淘宝账号:_*****_*****
     */
    readonly error_message?: string | undefined
    /**
     * 错误码 · Code
     * 例 / Example: isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT
     */
    readonly error_code?: string | undefined
    /**
     * 子错误码 · Sub-code
     * 例 / Example: NOT_FIND_TAOBAO_ACCOUNT
     */
    readonly sub_error_code?: string | undefined
  }
  /** 返回信息 · Result */
  interface UserTagInfoResponseDTO {
    /**
     * 是否打标成功 · The tag is on the user
     * 例 / Example: true
     */
    readonly tag_success?: boolean | undefined
    /**
     * 脱敏昵称 · Masked nick
     * 例 / Example: t*********3
     */
    readonly social_nick?: string | undefined
    /**
     * 识别用户所用的标识 · Which identifier decided
     * 例 / Example: tbId
     */
    readonly use_type?: string | undefined
  }
}

/**
 * 获取系统当前时间 · The present time of the platform
 * `taobao.time.get`
 * 查询，可随时重复 · A query; repeat at will
 */
export interface TimeGetRequest {}

/** 获取系统当前时间 · The present time of the platform */
export interface TimeGetResponse {
  /**
   * 系统当前时间 · Beijing time
   * yyyy-MM-dd HH:mm:ss，北京时间 / Beijing time
   * 例 / Example: 2015-09-16 15:53:37
   */
  readonly time?: Date | undefined
}

/**
 * 获取Access Token · Get a session key for an authorisation code
 * `taobao.top.auth.token.create`
 * 不可重复：code 第二次出现时，由它得到的所有 SessionKey 作废 · Never repeat it: a code that comes a second time ends every session key that came from it
 */
export interface TopAuthTokenCreateRequest {
  /**
   * 授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次 · The authorisation code that came back to the redirect address; it counts once, for 60 s
   * 授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier · A code that was asked for with code_challenge goes to /oauth/token with its code_verifier
   * 例 / Example: sandboxauthorizationcode00000001
   */
  readonly code: string
  /**
   * TOP 客户端可能发送的标识，此处不使用 · An id that TOP clients may send; it is not used here
   * ≤128 字符 · Up to 128 characters
   * 例 / Example: abc
   */
  readonly uuid?: string | undefined
}

/** 获取Access Token · Get a session key for an authorisation code */
export interface TopAuthTokenCreateResponse {
  /**
   * JSON 文本，字段与 /oauth/token 的返回相同 · JSON text with the members of the answer of /oauth/token
   * 例 / Example: {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","e…
   */
  readonly token_result?: string | undefined
}

/**
 * 刷新Access Token · Get a new session key for a refresh token
 * `taobao.top.auth.token.refresh`
 * 不可重复：refresh_token 第二次出现时，同一授权下的所有 SessionKey 作废 · Never repeat it: a refresh token that comes a second time ends every session key of the authorisation
 */
export interface TopAuthTokenRefreshRequest {
  /**
   * 与上一个 SessionKey 一同得到的 refresh_token，只能用一次 · The refresh token that came with the last session key; it counts once
   * ≤128 字符 · Up to 128 characters
   * 例 / Example: 6200sandbox0000000000000000000000000000000000000000000007
   */
  readonly refresh_token: string
}

/** 刷新Access Token · Get a new session key for a refresh token */
export interface TopAuthTokenRefreshResponse {
  /**
   * JSON 文本，字段与 /oauth/token 的返回相同 · JSON text with the members of the answer of /oauth/token
   * 例 / Example: {"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","e…
   */
  readonly token_result?: string | undefined
}

/**
 * 外投统计数据回流接口 · Report daily statistics of off-site advertising
 * `tmall.alihouse.customer.clue.out.invest.total.data.back.flow`
 * 需要用户授权（session） / needs the session of a user
 * 按（类型、业务、主体、日期）覆盖，updateTime 较新者生效；重复调用返回 success · Upsert by kind, business, subject and day; the newer updateTime wins; a repeat succeeds
 */
export interface TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest {
  /** 入参 · Request */
  readonly req: TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest.CustomerClueOutInvestDataBackFlowReq
}
export declare namespace TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest {
  /** 入参 · Request */
  interface CustomerClueOutInvestDataBackFlowReq {
    /**
     * 类型 1.经纪人 2. 门店 3.城市 · Kind: 1 broker, 2 shop, 3 city
     * ≥ 1
     * ≤ 3
     * 例 / Example: 1
     */
    readonly type: bigint | number
    /**
     * json数据 · Rows as JSON text
     * JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd） · Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate
     * 例 / Example: [{"id":64,"store_id":3,"storeName":"222333444555666777","aliDayTSendRate":2,"aliDayTcSend":2,"aliDay…
     */
    readonly data: string
  }
}

/** 外投统计数据回流接口 · Report daily statistics of off-site advertising */
export interface TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse {
  /** 响应 · Response */
  readonly result?: TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse.Result | undefined
}
export declare namespace TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse {
  /** 响应 · Response */
  interface Result {
    /**
     * 返回码 · Code; success on success
     * 例 / Example: success
     */
    readonly code?: string | undefined
    /**
     * 返回信息 · Message
     * 例 / Example: 成功
     */
    readonly msg?: string | undefined
    /**
     * 处理结果 · "true" or "false", as text
     * 例 / Example: true
     */
    readonly success?: string | undefined
  }
}

/** Every API of this SDK by its method. */
export interface Apis {
  /** 会话消息撤回 · Recall a message of a follow-up chat */
  "alibaba.alihealth.followup.dialogrecord.recall": { request: AlibabaAlihealthFollowupDialogrecordRecallRequest; response: AlibabaAlihealthFollowupDialogrecordRecallResponse }
  /** 随访IM会话轮询 · Read the messages of a follow-up chat */
  "alibaba.alihealth.followup.fetch": { request: AlibabaAlihealthFollowupFetchRequest; response: AlibabaAlihealthFollowupFetchResponse }
  /** 随访IM发送会话 · Send a message of a follow-up chat */
  "alibaba.alihealth.followup.send": { request: AlibabaAlihealthFollowupSendRequest; response: AlibabaAlihealthFollowupSendResponse }
  /** 保司向我方同步用户行为信息 · An insurer reports a step of a user */
  "alibaba.alihealth.insurance.inst.user.behavior.sync": { request: AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest; response: AlibabaAlihealthInsuranceInstUserBehaviorSyncResponse }
  /** 用户公益行为同步 · Report a charity action of a user */
  "alibaba.charity.useraction.sync": { request: AlibabaCharityUseractionSyncRequest; response: AlibabaCharityUseractionSyncResponse }
  /** 获取ISV发起请求服务器IP · The address that the caller is seen with */
  "taobao.appip.get": { request: AppipGetRequest; response: AppipGetResponse }
  /** 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口 · Mark a user found by phone or Alipay id */
  "taobao.retail.user.tag.mobile.add": { request: RetailUserTagMobileAddRequest; response: RetailUserTagMobileAddResponse }
  /** 获取系统当前时间 · The present time of the platform */
  "taobao.time.get": { request: TimeGetRequest; response: TimeGetResponse }
  /** 获取Access Token · Get a session key for an authorisation code */
  "taobao.top.auth.token.create": { request: TopAuthTokenCreateRequest; response: TopAuthTokenCreateResponse }
  /** 刷新Access Token · Get a new session key for a refresh token */
  "taobao.top.auth.token.refresh": { request: TopAuthTokenRefreshRequest; response: TopAuthTokenRefreshResponse }
  /** 外投统计数据回流接口 · Report daily statistics of off-site advertising */
  "tmall.alihouse.customer.clue.out.invest.total.data.back.flow": { request: TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest; response: TmallAlihouseCustomerClueOutInvestTotalDataBackFlowResponse }
}
