'use strict'

exports.table = {
  "version": "0.1.0",
  "errors": [
    {
      "where": "error-response",
      "code": "7",
      "subCode": "accesscontrol.limited-by-app-access-count",
      "zh": "按 sub_msg 里的秒数等待后重试",
      "en": "Wait for the seconds named in sub_msg, then send again",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "7",
      "subCode": "accesscontrol.limited-by-app-api-access-count",
      "zh": "按 sub_msg 里的秒数等待后重试",
      "en": "Wait for the seconds named in sub_msg, then send again",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "7",
      "subCode": "accesscontrol.limited-by-api-access-count",
      "zh": "按 sub_msg 里的秒数等待后重试",
      "en": "Wait for the seconds named in sub_msg, then send again",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "4",
      "subCode": "accesscontrol.limited-by-user-access-count",
      "zh": "按 sub_msg 里的秒数等待后重试",
      "en": "Wait for the seconds named in sub_msg, then send again",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "5",
      "subCode": "accesscontrol.limited-by-session-access-count",
      "zh": "按 sub_msg 里的秒数等待后重试",
      "en": "Wait for the seconds named in sub_msg, then send again",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "7",
      "subCode": "accesscontrol.limited-by-dynamic-access-count",
      "zh": "按 sub_msg 里的秒数等待，并先修正签名再重试",
      "en": "Wait for the seconds named in sub_msg, and mend the signature before sending again",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "7",
      "subCode": "accesscontrol.limited-by-probe-guard",
      "zh": "按 sub_msg 里的秒数等待；只传确有其人的标识，或请平台调整此来源的限制",
      "en": "Wait for the seconds named in sub_msg; send people you know, or have the limit of the source changed",
      "retry": "later"
    },
    {
      "where": "error-response",
      "code": "9",
      "zh": "请使用 POST（推荐）或 GET",
      "en": "Use POST (recommended) or GET",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "10",
      "subCode": "isp.top-remote-service-unavailable",
      "zh": "稍后原样重试",
      "en": "Send the same call again a little later",
      "retry": "same-request"
    },
    {
      "where": "error-response",
      "code": "11",
      "subCode": "isv.permission-api-package-limit",
      "zh": "请平台为应用开通此权限包",
      "en": "Ask the platform owner to grant the package to the app",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "11",
      "subCode": "isv.permission-api-package-empty",
      "zh": "请平台为应用开通权限包",
      "en": "Ask the platform owner to grant a package to the app",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "11",
      "subCode": "isv.permission-api-package-not-allowed",
      "zh": "请平台把应用转为正式应用",
      "en": "Ask the platform owner to move the app to the group formal",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "11",
      "subCode": "isv.permission-ip-whitelist-limit",
      "zh": "从白名单内的地址调用，或请平台加入此地址",
      "en": "Call from an allowed address, or have it added",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "12",
      "zh": "请用户重新授权",
      "en": "Ask the user to authorise again",
      "retry": "new-session"
    },
    {
      "where": "error-response",
      "code": "21",
      "zh": "http传入的参数加入method字段",
      "en": "Send the name of the API as the parameter method",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "22",
      "zh": "请按文档核对 method，区分大小写，首尾不能有空格",
      "en": "Check method against the documentation: letter case counts, and blanks at its ends",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "23",
      "zh": "format 只能是 json 或 xml（小写）",
      "en": "format is json or xml, in lower case",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "24",
      "zh": "请按签名规则计算 sign 并随请求发送",
      "en": "Compute sign by the signing rules and send it",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "25",
      "zh": "核对 AppSecret、sign_method、参数排序与 UTF-8 编码",
      "en": "Check the secret, sign_method, the order of names and UTF-8",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "25",
      "subCode": "isv.request-replay-error",
      "zh": "用新的 timestamp 重新签名",
      "en": "Sign again with a new timestamp",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "26",
      "zh": "请加上 session 参数（用户授权后得到的 SessionKey）",
      "en": "Send the session key that a user granted as the parameter session",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "27",
      "subCode": "session-is-blank",
      "zh": "请传入用户授权后得到的 SessionKey",
      "en": "Send the session key that a user granted",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "27",
      "subCode": "invalid-sessionkey",
      "zh": "请传入授权得到的 SessionKey，不要改动",
      "en": "Send the session key exactly as it was issued",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "27",
      "subCode": "session-not-exist",
      "zh": "请用户重新授权",
      "en": "Ask the user to authorise again",
      "retry": "new-session"
    },
    {
      "where": "error-response",
      "code": "27",
      "subCode": "session-expired",
      "zh": "用 refresh_token 刷新，或请用户重新授权",
      "en": "Refresh it, or ask the user to authorise again",
      "retry": "new-session"
    },
    {
      "where": "error-response",
      "code": "27",
      "subCode": "sessionkey-not-generated-by-server",
      "zh": "请使用本应用得到的 SessionKey",
      "en": "Use a session key that was issued to this app",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "28",
      "zh": "请传入 app_key（小写）",
      "en": "Send app_key, in lower case",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "29",
      "subCode": "isv.appkey-not-exists",
      "zh": "请核对 app_key，或请平台启用应用",
      "en": "Check app_key, or have the app enabled",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "30",
      "zh": "请传入北京时间 yyyy-MM-dd HH:mm:ss",
      "en": "Send Beijing time as yyyy-MM-dd HH:mm:ss",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "31",
      "zh": "请传入当前北京时间 yyyy-MM-dd HH:mm:ss",
      "en": "Send the present Beijing time",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "32",
      "zh": "请传入 v=2.0",
      "en": "Send v=2.0",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "33",
      "zh": "请传入 v=2.0",
      "en": "Send v=2.0",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "34",
      "zh": "请传入 v=2.0",
      "en": "Send v=2.0",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "40",
      "zh": "请补上 msg 里指出的参数",
      "en": "Send the parameter that msg names",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "41",
      "zh": "请按文档核对 msg 里指出的参数",
      "en": "Check the parameter that msg names",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "43",
      "zh": "见 sub_msg",
      "en": "See sub_msg",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "47",
      "zh": "参数值请用 UTF-8 编码后再做 URL 编码",
      "en": "Encode values as UTF-8, then percent-encode them",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "50",
      "subCode": "isv.invalid-parameter",
      "zh": "请按 sub_msg 修改后再发送",
      "en": "Change what sub_msg names, then send again",
      "retry": "never"
    },
    {
      "where": "error-response",
      "code": "50",
      "subCode": "isp.remote-service-error",
      "zh": "稍后原样重试，不会重复生效",
      "en": "Send the same call again later; it takes effect once",
      "retry": "same-request"
    },
    {
      "where": "error-response",
      "code": "50",
      "subCode": "isp.remote-service-timeout",
      "zh": "稍后原样重试，不会重复生效",
      "en": "Send the same call again later; it takes effect once",
      "retry": "same-request"
    },
    {
      "where": "error-response",
      "code": "53",
      "subCode": "session-security-level-expired",
      "zh": "请用户重新授权；刷新 SessionKey 不能延长短授权",
      "en": "Ask the user to authorise again; a refreshed session key does not renew these classes",
      "retry": "new-session"
    },
    {
      "where": "error-response",
      "code": "53",
      "zh": "请改用 sign_method=hmac-sha256",
      "en": "Use sign_method=hmac-sha256",
      "retry": "never"
    }
  ],
  "apis": {
    "alibaba.alihealth.followup.dialogrecord.recall": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "outcome": {
        "flag": [
          "result1",
          "success"
        ],
        "success": "true",
        "code": [
          "result1",
          "msg_code"
        ]
      },
      "request": {
        "auth_token": {
          "kind": "text",
          "required": true
        },
        "request1": {
          "kind": "struct",
          "fields": {
            "record_id": {
              "kind": "text",
              "required": true
            },
            "doctor_id": {
              "kind": "text"
            },
            "session_id": {
              "kind": "text",
              "required": true
            },
            "bterm_user_id": {
              "kind": "text",
              "required": true
            },
            "sufferer_id": {
              "kind": "text"
            },
            "rs_type": {
              "kind": "text",
              "required": true
            }
          },
          "required": true
        }
      },
      "response": {
        "result1": {
          "kind": "struct",
          "fields": {
            "model": {
              "kind": "flag"
            },
            "msg_code": {
              "kind": "text",
              "required": true
            },
            "msg_info": {
              "kind": "text",
              "required": true
            },
            "success": {
              "kind": "flag",
              "required": true
            }
          },
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "SESSION_NOT_FOUND",
          "zh": "核对 session_id 与各 ID",
          "en": "Check session_id and the ids of the people",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "SESSION_CLOSED",
          "zh": "请开启新的会话",
          "en": "Open a new conversation",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TOKEN_INVALID",
          "zh": "请重新获取 auth_token",
          "en": "Get a new auth_token",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TOKEN_EXPIRED",
          "zh": "请重新获取 auth_token",
          "en": "Get a new auth_token",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "RECORD_NOT_FOUND",
          "zh": "核对 record_id，只能撤回本人消息",
          "en": "Check record_id; only own messages can be recalled",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "RECALL_TIMEOUT",
          "zh": "发送两分钟内可撤回",
          "en": "Recall within two minutes of sending",
          "retry": "never"
        }
      ]
    },
    "alibaba.alihealth.followup.fetch": {
      "session": "not-needed",
      "repeat": "free",
      "deadlineMs": 13000,
      "outcome": {
        "flag": [
          "result1",
          "success"
        ],
        "success": "true",
        "code": [
          "result1",
          "msg_code"
        ]
      },
      "request": {
        "request1": {
          "kind": "struct",
          "fields": {
            "session_id": {
              "kind": "text",
              "required": true
            },
            "bterm_user_id": {
              "kind": "text"
            },
            "cterm_user_id": {
              "kind": "text"
            },
            "fetch_type": {
              "kind": "text"
            },
            "last_time_stamp": {
              "kind": "text"
            },
            "page_size": {
              "kind": "int64"
            },
            "user_id": {
              "kind": "text"
            },
            "rs_type": {
              "kind": "text"
            },
            "wait_seconds": {
              "kind": "int64"
            }
          },
          "required": true
        },
        "auth_token": {
          "kind": "text"
        }
      },
      "response": {
        "result1": {
          "kind": "struct",
          "fields": {
            "success": {
              "kind": "flag",
              "required": true
            },
            "msg_code": {
              "kind": "text",
              "required": true
            },
            "msg_info": {
              "kind": "text",
              "required": true
            },
            "dialog_list": {
              "kind": "list",
              "item": {
                "kind": "struct",
                "fields": {
                  "content": {
                    "kind": "text",
                    "required": true
                  },
                  "content_type": {
                    "kind": "text",
                    "required": true
                  },
                  "id": {
                    "kind": "text",
                    "required": true
                  },
                  "time_stamp": {
                    "kind": "text",
                    "required": true
                  },
                  "rs_type": {
                    "kind": "text",
                    "required": true
                  },
                  "dialog_content_v_o": {
                    "kind": "struct",
                    "fields": {
                      "text": {
                        "kind": "text"
                      },
                      "title": {
                        "kind": "text"
                      },
                      "radio": {
                        "kind": "text"
                      },
                      "radio_time": {
                        "kind": "text"
                      },
                      "pic": {
                        "kind": "text"
                      },
                      "diagnose": {
                        "kind": "text"
                      },
                      "advice": {
                        "kind": "text"
                      },
                      "send_time": {
                        "kind": "text"
                      }
                    },
                    "required": true
                  }
                }
              }
            }
          },
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "SESSION_NOT_FOUND",
          "zh": "核对 session_id 与各 ID",
          "en": "Check session_id and the ids of the people",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TOKEN_INVALID",
          "zh": "请重新获取 auth_token",
          "en": "Get a new auth_token",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TOKEN_EXPIRED",
          "zh": "请重新获取 auth_token",
          "en": "Get a new auth_token",
          "retry": "never"
        }
      ]
    },
    "alibaba.alihealth.followup.send": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "outcome": {
        "flag": [
          "result1",
          "success"
        ],
        "success": "true",
        "code": [
          "result1",
          "msg_code"
        ]
      },
      "request": {
        "request1": {
          "kind": "struct",
          "fields": {
            "session_id": {
              "kind": "text",
              "required": true
            },
            "bterm_user_id": {
              "kind": "text"
            },
            "cterm_user_id": {
              "kind": "text"
            },
            "rs_type": {
              "kind": "text",
              "required": true
            },
            "content": {
              "kind": "text",
              "required": true
            },
            "user_id": {
              "kind": "text"
            }
          },
          "required": true
        },
        "auth_token": {
          "kind": "text"
        }
      },
      "response": {
        "result1": {
          "kind": "struct",
          "fields": {
            "success": {
              "kind": "flag",
              "required": true
            },
            "msg_code": {
              "kind": "text",
              "required": true
            },
            "msg_info": {
              "kind": "text",
              "required": true
            },
            "model": {
              "kind": "struct",
              "fields": {
                "content_type": {
                  "kind": "byte",
                  "required": true
                },
                "content": {
                  "kind": "text",
                  "required": true
                },
                "id": {
                  "kind": "text",
                  "required": true
                },
                "time_stamp": {
                  "kind": "text",
                  "required": true
                }
              }
            }
          },
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "SESSION_NOT_FOUND",
          "zh": "核对 session_id 与各 ID",
          "en": "Check session_id and the ids of the people",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "SESSION_CLOSED",
          "zh": "请开启新的会话",
          "en": "Open a new conversation",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TOKEN_INVALID",
          "zh": "请重新获取 auth_token",
          "en": "Get a new auth_token",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TOKEN_EXPIRED",
          "zh": "请重新获取 auth_token",
          "en": "Get a new auth_token",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "CONTENT_REJECTED",
          "zh": "按 msg_info 修改内容",
          "en": "Change the content as msg_info says",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "CONTENT_TYPE_NOT_ALLOWED",
          "zh": "文字放在 text",
          "en": "Put words into text",
          "retry": "never"
        }
      ]
    },
    "alibaba.alihealth.insurance.inst.user.behavior.sync": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "outcome": {
        "flag": [
          "result_status"
        ],
        "success": "SUCCESS",
        "code": [
          "result_code"
        ]
      },
      "request": {
        "param0": {
          "kind": "struct",
          "fields": {
            "advertise_org_url": {
              "kind": "text"
            },
            "inst_product_id": {
              "kind": "text",
              "required": true
            },
            "channel_source_name": {
              "kind": "text"
            },
            "inst_goods_code": {
              "kind": "text"
            },
            "behavior_type": {
              "kind": "text",
              "required": true
            },
            "flow_id": {
              "kind": "int64"
            },
            "behavior_time": {
              "kind": "text",
              "required": true
            }
          }
        }
      },
      "response": {
        "result_status": {
          "kind": "text",
          "required": true
        },
        "data": {
          "kind": "flag",
          "required": true
        },
        "result_code": {
          "kind": "text",
          "required": true
        },
        "result_msg": {
          "kind": "text",
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "PRODUCT_NOT_FOUND",
          "zh": "核对 inst_product_id，或请平台登记产品",
          "en": "Check inst_product_id, or have the product registered",
          "retry": "never"
        }
      ]
    },
    "alibaba.charity.useraction.sync": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "outcome": {
        "flag": [
          "result",
          "success"
        ],
        "success": "true",
        "code": [
          "result",
          "code"
        ]
      },
      "request": {
        "channel_user_action_dto": {
          "kind": "struct",
          "fields": {
            "activity_id": {
              "kind": "int64",
              "required": true
            },
            "event_id": {
              "kind": "text",
              "required": true
            },
            "tb_user_id": {
              "kind": "int64"
            },
            "timestamp_long": {
              "kind": "int64"
            },
            "charity_type_sub_code": {
              "kind": "text"
            },
            "fore_reg_activity": {
              "kind": "flag"
            },
            "features_map": {
              "kind": "text"
            },
            "feeling": {
              "kind": "text"
            },
            "charity_timestamp": {
              "kind": "moment",
              "required": true
            },
            "ori_content": {
              "kind": "text"
            },
            "third_user_key": {
              "kind": "text"
            },
            "version": {
              "kind": "text"
            }
          },
          "required": true
        }
      },
      "response": {
        "result": {
          "kind": "struct",
          "fields": {
            "msg": {
              "kind": "text",
              "required": true
            },
            "code": {
              "kind": "int64",
              "required": true
            },
            "data": {
              "kind": "struct",
              "fields": {
                "event_id": {
                  "kind": "text",
                  "required": true
                },
                "charity_hours": {
                  "kind": "text",
                  "required": true
                }
              }
            },
            "success": {
              "kind": "flag",
              "required": true
            }
          },
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "400",
          "zh": "按子类型的规则填写整数数量",
          "en": "Send the quantity that the sub-type asks for, as a JSON integer",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "403",
          "zh": "请平台开通渠道，或请用户重新授权",
          "en": "Have the channel enabled, or ask the user to authorise again",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "404",
          "zh": "核对 activity_id、charity_type_sub_code 与用户",
          "en": "Check activity_id, charity_type_sub_code and the user",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "409",
          "zh": "新的动作用新的 event_id；核对用户标识",
          "en": "Use a new event_id for a new action; check the user ids",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "410",
          "zh": "核对 charity_timestamp 与活动时间",
          "en": "Check charity_timestamp against the time of the activity",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "412",
          "zh": "请用户先报名，或在允许时传 fore_reg_activity=true",
          "en": "Have the user register, or send fore_reg_activity=true where that is allowed",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "423",
          "zh": "请联系平台",
          "en": "Contact the platform owner",
          "retry": "never"
        }
      ]
    },
    "taobao.appip.get": {
      "session": "not-needed",
      "repeat": "free",
      "deadlineMs": 3000,
      "request": {},
      "response": {
        "ip": {
          "kind": "text",
          "required": true
        }
      },
      "errors": []
    },
    "taobao.retail.user.tag.mobile.add": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "outcome": {
        "flag": [
          "module",
          "tag_success"
        ],
        "success": "true",
        "code": [
          "error_infos",
          "0",
          "outer_error_code"
        ]
      },
      "request": {
        "biz_code": {
          "kind": "text"
        },
        "isv_user_id": {
          "kind": "text"
        },
        "open_id": {
          "kind": "text"
        },
        "alipay_user_id": {
          "kind": "text"
        },
        "ext_param": {
          "kind": "text"
        }
      },
      "response": {
        "error_infos": {
          "kind": "list",
          "item": {
            "kind": "struct",
            "fields": {
              "outer_error_code": {
                "kind": "text",
                "required": true
              },
              "error_message": {
                "kind": "text",
                "required": true
              },
              "error_code": {
                "kind": "text",
                "required": true
              },
              "sub_error_code": {
                "kind": "text",
                "required": true
              }
            }
          }
        },
        "module": {
          "kind": "struct",
          "fields": {
            "tag_success": {
              "kind": "flag",
              "required": true
            },
            "social_nick": {
              "kind": "text"
            },
            "use_type": {
              "kind": "text"
            }
          }
        },
        "result": {
          "kind": "flag",
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "INVALID_PARAMETER",
          "zh": "按 error_message 指出的参数修改",
          "en": "Change the parameter that error_message names",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "BIZ_CODE_NOT_AUTHORIZED",
          "zh": "请平台登记 biz_code",
          "en": "Have the biz_code registered",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT",
          "zh": "核对用户标识；不要频繁重试",
          "en": "Check the identifiers; repeating soon does not help",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "IDENTITY_CONFLICT",
          "zh": "只传能确定此人的标识",
          "en": "Send only identifiers that belong to this person",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "MULTI_ACCOUNT",
          "zh": "请改用支付宝ID或 openid",
          "en": "Use the Alipay id or the open id",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "USER_REFUSED",
          "zh": "不要再为此用户打标",
          "en": "Do not tag this user again",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TAG_NOT_ACTIVE",
          "zh": "核对 tagCode，或请平台调整标签时间",
          "en": "Check tagCode, or have the time of the tag changed",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "TAG_REMOVED",
          "zh": "不要补打；如用户重新同意，传新的 eventTime",
          "en": "Leave it; after a new consent send a new eventTime",
          "retry": "never"
        }
      ]
    },
    "taobao.time.get": {
      "session": "not-needed",
      "repeat": "free",
      "deadlineMs": 3000,
      "request": {},
      "response": {
        "time": {
          "kind": "moment",
          "required": true
        }
      },
      "errors": []
    },
    "taobao.top.auth.token.create": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "request": {
        "code": {
          "kind": "text",
          "required": true
        },
        "uuid": {
          "kind": "text"
        }
      },
      "response": {
        "token_result": {
          "kind": "text",
          "required": true
        }
      },
      "errors": []
    },
    "taobao.top.auth.token.refresh": {
      "session": "not-needed",
      "repeat": "same-bytes",
      "deadlineMs": 5000,
      "request": {
        "refresh_token": {
          "kind": "text",
          "required": true
        }
      },
      "response": {
        "token_result": {
          "kind": "text",
          "required": true
        }
      },
      "errors": []
    },
    "tmall.alihouse.customer.clue.out.invest.total.data.back.flow": {
      "session": "required",
      "repeat": "same-bytes",
      "deadlineMs": 10000,
      "outcome": {
        "flag": [
          "result",
          "success"
        ],
        "success": "true",
        "code": [
          "result",
          "code"
        ]
      },
      "request": {
        "req": {
          "kind": "struct",
          "fields": {
            "type": {
              "kind": "int64",
              "required": true
            },
            "data": {
              "kind": "text",
              "required": true
            }
          },
          "required": true
        }
      },
      "response": {
        "result": {
          "kind": "struct",
          "fields": {
            "code": {
              "kind": "text",
              "required": true
            },
            "msg": {
              "kind": "text",
              "required": true
            },
            "success": {
              "kind": "text",
              "required": true
            }
          },
          "required": true
        }
      },
      "errors": [
        {
          "where": "answer",
          "code": "NO_PERMISSION",
          "zh": "用已绑定的账号授权，或请平台绑定",
          "en": "Authorise with the bound account, or have it bound",
          "retry": "never"
        },
        {
          "where": "answer",
          "code": "SUBJECT_CONFLICT",
          "zh": "核对 id 与 store_id",
          "en": "Check id and store_id",
          "retry": "never"
        }
      ]
    }
  }
}
